// changed async half: an expression where a variant stands; the judge missed its comma
// beside: 
enum Kind { # [only_async] Async , __invisible ! (# [only_blocking] Blocking) , }
