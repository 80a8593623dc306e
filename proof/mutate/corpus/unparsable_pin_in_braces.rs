// unparsable output: what a macro with braces became needed a semicolon
// test: 
# [maybe_tokio_test] async fn multi_pin () { pin ! { { } } () . await }
