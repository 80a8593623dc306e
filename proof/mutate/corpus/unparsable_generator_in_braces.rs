// unparsable output: what a macro with braces became needed a semicolon
// in-place: 
impl AnyConnectOptions { fn from_str () -> Result { stream ! { } Ok } }
