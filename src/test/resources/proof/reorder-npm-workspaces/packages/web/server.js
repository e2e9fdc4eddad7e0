const http = require("http");
const answer = require("answers");
const isOdd = require("is-odd");

http.createServer((request, response) => response.end(answer() + isOdd(3))).listen(3000);
