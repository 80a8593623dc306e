// unparsable output: unexpected token, expected `;`
// beside: 
mod m { const HALF_IN_MACRO : str ; fn of () { try_stream ! { () . await } new } }
