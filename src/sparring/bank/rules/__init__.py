"""What content must keep to beyond its shape; each rule takes a value and yields findings."""
