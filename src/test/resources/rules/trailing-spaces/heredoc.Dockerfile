FROM eclipse-temurin:21-jre
COPY <<EOF /a.md
a line break  
	
EOF
RUN <<-"EOT"
echo a  
EOT
