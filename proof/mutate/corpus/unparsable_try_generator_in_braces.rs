// unparsable output: what a macro with braces became needed a semicolon
// beside: 
mod m { const HALF_IN_MACRO : str ; fn of () { try_stream ! { () . await } new } }
