//! The command line.
fn main() {
    println!("hi");
}
