// The root of a repository of its own.
new File(basedir, '.git').mkdirs()

return true
