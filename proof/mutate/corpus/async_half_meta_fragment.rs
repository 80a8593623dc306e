// changed async half: a helper from `$(#[$attr:meta])*` was left in it
// beside: 
impl S { #[__invisible!(maybe_async(skip))] async fn one(&self) {} async fn other(&self) {} }
