FROM tomcat:11-jre21
COPY target/shop.war webapps/ROOT.war
