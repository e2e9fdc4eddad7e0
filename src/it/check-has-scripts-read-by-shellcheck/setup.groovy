File program = new File(basedir, 'stand-in')
program.text = '''#!/bin/sh
if [ "$1" = --version ]; then
  printf 'ShellCheck - shell script analysis tool\\nversion: 0.11.0\\n'
  exit 0
fi
echo "$@" >> "$(dirname "$0")/calls"
echo '{"comments":[{"file":"0","line":3,"endLine":3,"column":11,"endColumn":22,"level":"error",
  "code":2164,"message":"Mind that this may fail.","fix":null}]}'
exit 1
'''
program.executable = true
