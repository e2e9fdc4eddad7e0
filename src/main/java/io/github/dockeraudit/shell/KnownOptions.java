package io.github.dockeraudit.shell;

import io.github.dockeraudit.shell.OptionSyntax.Style;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is known of the flags of common programs.
 *
 * <p>Only flags that are met in images are listed; one that is not is taken to have no value.
 */
final class KnownOptions {

  private static final OptionSyntax UNKNOWN = new OptionSyntax("", Set.of(), Style.USUAL);
  private static final Map<String, OptionSyntax> BY_PROGRAM = new HashMap<>();

  static {
    packageManagers();
    languages();
    downloads();
    files();
    accounts();
    wrappers();
  }

  private static void packageManagers() {
    add(
        "apt apt-get aptitude",
        "acot",
        "--config-file --default-release --option --target-release");
    add(
        "apk",
        "ptX",
        "--arch --cache-dir --cache-max-age --keys-dir --repositories-file --repository --root --timeout"
            + " --virtual --wait");
    add(
        "dnf microdnf tdnf yum",
        "cdeRx",
        "--comment --config --destdir --disableplugin --disablerepo --downloaddir --enablerepo"
            + " --exclude --excludepkgs --forcearch --installroot --releasever"
            + " --repo --repofrompath --repoid --setopt");
    add("zypper", "prRt", "--from --plus-repo --repo --root --type");
    add("pacman", "br", "--arch --cachedir --config --dbpath --ignore --root");
    add("dpkg", "", "--admindir --instdir --root");
    add("rpm", "", "--dbpath --define --prefix --root");
  }

  private static void languages() {
    add(
        "pip",
        "bcdefirtC",
        "--abi --cache-dir --cert --client-cert --config-settings --constraint --dest --editable"
            + " --exists-action --extra-index-url --find-links --global-option --implementation"
            + " --index-url --install-option --log --no-binary --only-binary --platform --prefix"
            + " --progress-bar --proxy --python --python-version --report --requirement --retries"
            + " --root --root-user-action --src --target --timeout --trusted-host"
            + " --upgrade-strategy --use-feature");
    add(
        "uv",
        "cefiprt",
        "--directory --extra --find-links --group --index-url --no-group"
            + " --extra-index-url --prefix --project --python --requirement --target --with");
    add("pipx", "i", "--index-url --pip-args --python --spec --suffix");
    add("poetry", "CEP", "--directory --extras --only --project --with --without");
    add(
        "npm",
        "Cw",
        "--cache --include --loglevel --omit --prefix --registry --tag --userconfig --workspace");
    add("yarn", "", "--cache-folder --cwd --modules-folder --network-timeout --registry");
    add("pnpm", "CF", "--dir --filter --registry --store-dir");
    add("gem", "inPsv", "--bindir --install-dir --platform --source --version");
    addWords("go", "-asmflags -gcflags -ldflags -mod -modfile -o -p -tags");
    add(
        "cargo",
        "FjpZ",
        "--bin --branch --features --git --index --jobs --manifest-path --package --path --profile"
            + " --registry --rev --root --tag --target --target-dir --version");
    add("conda mamba micromamba", "cfnp", "--channel --file --name --prefix");
    add("bundle", "j", "--gemfile --jobs --path --retry --with --without");
    add("dotnet", "cforv", "--configuration --framework --output --runtime --verbosity");
    add("composer", "d", "--prefer-install --working-dir");
    add("mvn mvnw", "DfPsTtl", "--file --settings --threads -gs -gt -pl -rf");
    add(
        "gradle gradlew",
        "bcDgIpPx",
        "--build-file --exclude-task --gradle-user-home --max-workers"
            + " --project-dir --settings-file");
    addFirst("python", "QWX", "");
    addFirst("node", "rep", "--eval --loader --print --require");
    addFirst(
        "java",
        "",
        "--add-exports --add-modules --add-opens --add-reads --class-path --module-path"
            + " --upgrade-module-path -classpath -cp -p");
    addFirst("ash bash dash ksh mksh rbash sh zsh", "oO", "--init-file --rcfile");
  }

  private static void downloads() {
    add(
        "curl",
        "AbcCdDeEFHKmoPQrtTuUwxXyYz",
        "--cacert --capath --cert --config --connect-timeout --continue-at --cookie --cookie-jar"
            + " --data --data-binary --data-raw --data-urlencode --dump-header --form --header"
            + " --interface --key --limit-rate --max-filesize --max-redirs --max-time --netrc-file"
            + " --noproxy --output --output-dir --proto --proto-redir --proxy --proxy-user --range"
            + " --referer --request --resolve --retry --retry-delay --retry-max-time --tls-max"
            + " --unix-socket --upload-file --url --user --user-agent --write-out");
    add(
        "wget",
        "aABDeiIlOoPQRtTUwX",
        "--accept --base --body-data --ca-certificate --ca-directory --certificate --cut-dirs"
            + " --directory-prefix --header --http-password --http-user --input-file --limit-rate"
            + " --method --output-document --output-file --password --post-data --post-file"
            + " --private-key --quota --read-timeout --referer --reject --retry-on-http-error"
            + " --timeout --tries --user --user-agent --wait --waitretry");
    add(
        "git",
        "bcCjmo",
        "--branch --config --depth --filter --git-dir --jobs --message --origin"
            + " --reference --separate-git-dir --shallow-since --template --work-tree");
    add(
        "gpg gpg2",
        "oru",
        "--homedir --keyring --keyserver --keyserver-options --output"
            + " --passphrase --pinentry-mode --status-fd --trust-model");
    add("apt-key", "", "--homedir --keyring --keyserver --keyserver-options");
    add("ssh scp", "bcDeEFiIJlLmopPQRSwW", "");
    add("rsync", "ef", "--exclude --exclude-from --files-from --include --rsh");
    add("docker podman", "Hl", "--config --context --host --log-level");
  }

  private static void files() {
    put(
        "tar",
        new OptionSyntax(
            "bCfgHIKLNTVX",
            names(
                "--directory --exclude --exclude-from --file --files-from --group --mode --mtime"
                    + " --owner --strip-components --transform --use-compress-program --xform"),
            Style.BARE_LETTERS));
    addWords("find", "");
    addWords(
        "keytool",
        "-alias -deststorepass -destkeystore -dname -ext -file -keyalg -keypass -keysize -keystore"
            + " -srckeystore -srcstorepass -storepass -storetype -validity");
    addWords("openssl", "-addext -config -days -in -key -keyout -newkey -out -outform -subj");
    add("unzip", "dPx", "");
    add("zip", "bintxPO", "");
    add("chmod chown chgrp", "", "--from --reference");
    add("install", "gmotS", "--group --mode --owner --suffix --target-directory");
    add("mkdir", "m", "--mode");
    add("cp ln mv", "tS", "--suffix --target-directory");
    add("touch", "drt", "--date --reference");
    add("head tail", "cn", "--bytes --lines");
    add("cut", "bcdf", "--characters --delimiter --fields");
    add("sort", "kotST", "--key --output");
    add("grep egrep fgrep", "ABCDdefm", "--exclude --exclude-dir --file --include --regexp");
    add("sed", "ef", "--expression --file");
    add("awk gawk mawk", "fFv", "--assign --field-separator --file");
    add("patch", "dDFiopr", "--directory --input --strip");
    add("make gmake", "CfIoW", "--directory --file --include-dir --makefile");
    add("cmake", "BCDGST", "--build --config --install --parallel --prefix --target --toolchain");
  }

  private static void accounts() {
    add(
        "useradd",
        "bcdefgGkKpPRsuZ",
        "--base-dir --comment --expiredate --gid --groups --home-dir --inactive --key --password"
            + " --root --shell --skel --uid");
    add(
        "usermod",
        "cdefgGlpPRsuZ",
        "--comment --expiredate --gid --groups --home --inactive --login --password --root"
            + " --shell --uid");
    add(
        "adduser addgroup",
        "bcdefgGhkKpRsu",
        "--comment --firstgid --firstuid --gecos --gid --group-name --home --ingroup --lastuid"
            + " --shell --uid");
    add("groupadd groupmod", "gKnpPRU", "--gid --key --new-name --password --root --users");
    add("chpasswd", "cRs", "--crypt-method --root --sha-rounds");
    add("passwd", "nwxi", "");
    add(
        "su",
        "cgGsTw",
        "--command --group --session-command --shell --supp-group --whitelist-environment");
    add(
        "runuser",
        "cgGsTuw",
        "--command --group --session-command --shell --supp-group --user --whitelist-environment");
  }

  private static void wrappers() {
    addFirst("exec", "a", "");
    addFirst("env", "CSu", "--chdir --split-string --unset");
    addFirst(
        "sudo",
        "CDghpRrTtUu",
        "--chdir --chroot --close-from --command-timeout --group --host --other-user --prompt"
            + " --role --type --user");
    addFirst("doas", "Cu", "");
    addFirst("time", "fo", "--format --output");
    addFirst("nice", "n", "--adjustment");
    addFirst("ionice", "cnpPu", "--class --classdata --pgid --pid --uid");
    addFirst("timeout", "ks", "--kill-after --signal");
    addFirst("stdbuf", "eio", "--error --input --output");
    addFirst("flock", "Ew", "--conflict-exit-code --timeout --wait");
    addFirst("tini tini-static docker-init", "ep", "");
    addFirst("dumb-init", "r", "--rewrite");
    addFirst("fakeroot", "bfils", "--faked --fd-base --lib");
    addFirst("xvfb-run", "efnpsw", "--auth-file --error-file --server-args --server-num");
    addFirst("setpriv", "", "--ambient-caps --bounding-set --groups --inh-caps --regid --reuid");
    addFirst(
        "xargs",
        "adEILnPs",
        "--arg-file --delimiter --max-args --max-chars --max-procs --process-slot-var");
    addFirst(
        "builtin busybox catatonit chroot command eatmydata gosu nohup s6-setuidgid setsid"
            + " setuidgid su-exec unbuffer",
        "",
        "");
  }

  private KnownOptions() {}

  /** What is known of a program; {@code pip3} and {@code python3.12} are read as without number. */
  static OptionSyntax of(String program) {
    OptionSyntax syntax = BY_PROGRAM.get(program);
    int end = program.length();
    while (syntax == null && end > 1 && isVersion(program.charAt(end - 1))) {
      end--;
    }
    if (syntax == null && end < program.length()) {
      syntax = BY_PROGRAM.get(program.substring(0, end));
    }
    return syntax == null ? UNKNOWN : syntax;
  }

  private static boolean isVersion(char c) {
    return Cursor.isDigit(c) || c == '.';
  }

  private static void add(String programs, String letters, String names) {
    put(programs, new OptionSyntax(letters, names(names), Style.USUAL));
  }

  /** Adds programs whose flags end at the first operand: what comes then is for another one. */
  private static void addFirst(String programs, String letters, String names) {
    put(programs, new OptionSyntax(letters, names(names), Style.FLAGS_FIRST));
  }

  private static void addWords(String programs, String names) {
    put(programs, new OptionSyntax("", names(names), Style.WORDS));
  }

  private static void put(String programs, OptionSyntax syntax) {
    for (String program : programs.split(" ")) {
      BY_PROGRAM.put(program, syntax);
    }
  }

  private static Set<String> names(String names) {
    return names.isEmpty() ? Set.of() : Set.of(names.split(" "));
  }
}
