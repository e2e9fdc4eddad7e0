assert new File(basedir, 'build.log').text.contains('No Dockerfile and no compose file in ')
