import java.nio.file.Files;
import java.nio.file.Path;

class Main {
  public static void main(String[] arguments) throws Exception {
    Files.createDirectories(Path.of("logs"));
    Files.writeString(Path.of("logs", "start.log"), "started");
    Files.createTempFile("upload", null);
    for (String folder : arguments) {
      Files.writeString(Path.of(folder, "started"), "");
    }
    Thread.sleep(600_000);
  }
}
