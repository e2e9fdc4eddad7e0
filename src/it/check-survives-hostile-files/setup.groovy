// Files that no repository can hold as they are.
new File(basedir, 'binary').mkdirs()
new File(basedir, 'binary/Dockerfile').bytes = (0..4095).collect { (byte) (it % 256) } as byte[]
new File(basedir, 'folder/Dockerfile').mkdirs()
new File(basedir, 'large').mkdirs()
new File(basedir, 'large/Dockerfile').text = 'FROM scratch\n' + ('#' * 99 + '\n') * 500_000
new File(basedir, 'link').mkdirs()
java.nio.file.Files.createSymbolicLink(
    new File(basedir, 'link/Dockerfile').toPath(), java.nio.file.Path.of('nowhere'))
