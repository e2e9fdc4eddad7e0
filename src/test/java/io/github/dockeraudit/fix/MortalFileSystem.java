package io.github.dockeraudit.fix;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The disk as a process sees it that is killed at some moment: before one of the operations that
 * change something, or in the middle of writing a file. From then on nothing works any more, as
 * nothing is done by a process that is dead.
 */
final class MortalFileSystem extends FileSystem {

  /** What a killed process would not live to see. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final FileSystem disk = FileSystems.getDefault();
  private final Provider provider = new Provider();
  private int changesLeft;

  /**
   * @param changes how many operations that change something are done before the end; a file is
   *     written in two of them
   */
  MortalFileSystem(int changes) {
    this.changesLeft = changes;
  }

  /** Whether the end has come. */
  boolean isDead() {
    return changesLeft < 0;
  }

  /** A path of the disk as the process sees it. */
  Path see(Path real) {
    return (Path)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Path.class},
            (self, method, arguments) -> {
              if (method.getName().equals("getFileSystem")) {
                return this;
              }
              Object[] given =
                  arguments == null
                      ? null
                      : Arrays.stream(arguments).map(MortalFileSystem::unwrap).toArray();
              try {
                return wrap(method.invoke(real, given));
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }

  private Object wrap(Object result) {
    if (result instanceof Path path) {
      return see(path);
    }
    if (result instanceof Iterator<?> names) {
      List<Object> wrapped = new ArrayList<>();
      names.forEachRemaining(name -> wrapped.add(wrap(name)));
      return wrapped.iterator();
    }
    return result;
  }

  /** The path on the disk. */
  private static Object unwrap(Object seen) {
    return seen instanceof Path path && Proxy.isProxyClass(path.getClass())
        ? Path.of(path.toString())
        : seen;
  }

  private static Path real(Path seen) {
    return (Path) unwrap(seen);
  }

  private void live() {
    if (isDead()) {
      throw new Killed();
    }
  }

  private void change() {
    changesLeft--;
    live();
  }

  @Override
  public FileSystemProvider provider() {
    return provider;
  }

  @Override
  public void close() {}

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public String getSeparator() {
    return disk.getSeparator();
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return () ->
        StreamSupport.stream(disk.getRootDirectories().spliterator(), false)
            .map(this::see)
            .iterator();
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return disk.getFileStores();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return disk.supportedFileAttributeViews();
  }

  @Override
  public Path getPath(String first, String... more) {
    return see(disk.getPath(first, more));
  }

  @Override
  public PathMatcher getPathMatcher(String pattern) {
    PathMatcher matcher = disk.getPathMatcher(pattern);
    return path -> matcher.matches(real(path));
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    return disk.getUserPrincipalLookupService();
  }

  @Override
  public WatchService newWatchService() throws IOException {
    return disk.newWatchService();
  }

  private final class Provider extends FileSystemProvider {

    private final FileSystemProvider below = disk.provider();

    @Override
    public String getScheme() {
      return "mortal";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
      return MortalFileSystem.this;
    }

    @Override
    public Path getPath(URI uri) {
      return see(below.getPath(uri));
    }

    @Override
    public SeekableByteChannel newByteChannel(
        Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
        throws IOException {
      return newFileChannel(path, options, attributes);
    }

    @Override
    public FileChannel newFileChannel(
        Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
        throws IOException {
      live();
      if (options.contains(StandardOpenOption.CREATE_NEW)
          || options.contains(StandardOpenOption.CREATE)
          || options.contains(StandardOpenOption.TRUNCATE_EXISTING)) {
        change();
      }
      return new Channel(below.newFileChannel(real(path), options, attributes));
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(
        Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
      live();
      DirectoryStream<Path> stream =
          below.newDirectoryStream(real(folder), path -> filter.accept(see(path)));
      return new DirectoryStream<>() {
        @Override
        public Iterator<Path> iterator() {
          return StreamSupport.stream(stream.spliterator(), false)
              .map(MortalFileSystem.this::see)
              .iterator();
        }

        @Override
        public void close() throws IOException {
          stream.close();
        }
      };
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
      change();
      below.createDirectory(real(folder), attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
      change();
      below.delete(real(path));
    }

    @Override
    public void copy(Path from, Path to, CopyOption... options) throws IOException {
      change();
      below.copy(real(from), real(to), options);
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) throws IOException {
      change();
      below.move(real(from), real(to), options);
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
      live();
      return below.isSameFile(real(one), real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
      live();
      return below.isHidden(real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
      live();
      return below.getFileStore(real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
      live();
      below.checkAccess(real(path), modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(
        Path path, Class<V> type, LinkOption... options) {
      live();
      return below.getFileAttributeView(real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(
        Path path, Class<A> type, LinkOption... options) throws IOException {
      live();
      return below.readAttributes(real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
        throws IOException {
      live();
      return below.readAttributes(real(path), names, options);
    }

    @Override
    public void setAttribute(Path path, String name, Object value, LinkOption... options)
        throws IOException {
      change();
      below.setAttribute(real(path), name, value, options);
    }
  }

  /** Writes half of what it is given, then the rest, as two changes. */
  private final class Channel extends FileChannel {

    private final FileChannel below;

    Channel(FileChannel below) {
      this.below = below;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      change();
      ByteBuffer half = bytes.slice();
      half.limit((half.limit() + 1) / 2);
      int written = below.write(half);
      bytes.position(bytes.position() + written);
      return written;
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
      change();
      return below.write(bytes, position);
    }

    @Override
    public long write(ByteBuffer[] all, int offset, int length) throws IOException {
      change();
      return below.write(all, offset, length);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      change();
      below.truncate(size);
      return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
      change();
      below.force(metaData);
    }

    @Override
    public long transferFrom(ReadableByteChannel from, long position, long count)
        throws IOException {
      change();
      return below.transferFrom(from, position, count);
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
      live();
      return below.read(bytes);
    }

    @Override
    public long read(ByteBuffer[] all, int offset, int length) throws IOException {
      live();
      return below.read(all, offset, length);
    }

    @Override
    public int read(ByteBuffer bytes, long position) throws IOException {
      live();
      return below.read(bytes, position);
    }

    @Override
    public long position() throws IOException {
      return below.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
      below.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return below.size();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel to) throws IOException {
      live();
      return below.transferTo(position, count, to);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
      live();
      return below.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
      live();
      return below.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      live();
      return below.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      below.close();
    }
  }
}
