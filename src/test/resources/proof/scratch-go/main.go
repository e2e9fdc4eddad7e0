package main

import (
	"os"
	"time"
)

func main() {
	if err := os.MkdirAll("state", 0o755); err != nil {
		panic(err)
	}
	if err := os.WriteFile("state/log", []byte("started"), 0o644); err != nil {
		panic(err)
	}
	time.Sleep(10 * time.Minute)
}
