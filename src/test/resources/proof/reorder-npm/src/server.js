const http = require("http");
const isOdd = require("is-odd");

http.createServer((request, response) => response.end(String(isOdd(3)))).listen(3000);
