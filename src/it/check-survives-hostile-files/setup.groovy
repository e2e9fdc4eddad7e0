// Files that no repository can hold as they are.
new File(basedir, 'binary').mkdirs()
new File(basedir, 'binary/Dockerfile').bytes = (0..4095).collect { (byte) (it % 256) } as byte[]
new File(basedir, 'folder/Dockerfile').mkdirs()
new File(basedir, 'large').mkdirs()
new File(basedir, 'large/Dockerfile').text = 'FROM scratch\n' + ('#' * 99 + '\n') * 500_000
new File(basedir, 'link').mkdirs()
java.nio.file.Files.createSymbolicLink(
    new File(basedir, 'link/Dockerfile').toPath(), java.nio.file.Path.of('nowhere'))

// A list of lists of lists ... that would hold 10^12 items.
new File(basedir, 'aliases').mkdirs()
new File(basedir, 'aliases/compose.yaml').withWriter { out ->
  out << 'x-0: &a0 [x]\n'
  (1..12).each { i -> out << "x-${i}: &a${i} [${(['*a' + (i - 1)] * 10).join(', ')}]\n" }
  out << 'services:\n  one:\n    image: busybox:1.37\n    labels: *a12\n'
}
new File(basedir, 'deep').mkdirs()
new File(basedir, 'deep/compose.yaml').text =
    'services:\n  one:\n    image: busybox:1.37\n    x-deep: ' + '[' * 10_000 + ']' * 10_000 + '\n'
new File(basedir, 'circle').mkdirs()
new File(basedir, 'circle/compose.yaml').text = 'include: [other.yaml]\n'
new File(basedir, 'circle/other.yaml').text = 'include: [compose.yaml]\n'
new File(basedir, 'outside').mkdirs()
new File(basedir, 'outside/compose.yaml').text = 'services:\n  one:\n    build: ../../../..\n'

return true
