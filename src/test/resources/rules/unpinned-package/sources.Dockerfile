FROM debian:13-slim
RUN pip install git+https://example.com/app.git git+ssh://git@example.com/lib.git
RUN npm install git+https://user@example.com/app.git
RUN go run example.com/tool@latest -v other.example.com/no
RUN go get -tool linter@latest
RUN pipx install --python "$(command -v python3)" black
RUN pip install --constraint https://example.com/constraints.txt app
RUN pip install git+https://git@example.com/app.git@v1 path/to/app
RUN npm install git://example.com/app.git#v1 git+https://example.com/$APP app.tar
RUN go run ./cmd && go run main.go
