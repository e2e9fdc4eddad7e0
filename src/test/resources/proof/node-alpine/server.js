const fs = require("fs");
const http = require("http");
const os = require("os");
const path = require("path");

fs.mkdirSync("uploads", { recursive: true });
fs.writeFileSync("uploads/started", "");
fs.appendFileSync("counter.json", "");
fs.writeFileSync(path.join(os.homedir(), ".settings"), "");
http.createServer((request, response) => response.end("ok")).listen(3000);
