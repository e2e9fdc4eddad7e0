use std::{thread, time::Duration};

fn main() {
    println!("ready");
    thread::sleep(Duration::from_secs(600));
}
