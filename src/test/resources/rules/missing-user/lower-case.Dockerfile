from alpine:3.22
workdir /app
copy . .
cmd ["./server"]
