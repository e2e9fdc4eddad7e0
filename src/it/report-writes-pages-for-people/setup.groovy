// What a packaging with classes would have made by now: a folder that appears is a change.
new File(basedir, 'target').mkdirs()

return true
