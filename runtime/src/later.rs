//! A call whose arguments are evaluated now, and whose body runs when it is awaited.
//!
//! `g(x)` becomes `later1(g_blocking).with(x)`. In two steps the types of the parameters are known
//! before the arguments are looked at, so that coercions and reborrows work as in a call.

use core::marker::PhantomData;

use crate::deferred::Deferred;

macro_rules! later {
    ($($later:ident $With:ident ($($A:ident $a:ident),*);)*) => {$(
        /// The function, before its arguments.
        pub struct $With<$($A,)* R, Call: FnOnce($($A),*) -> R>(Call, PhantomData<fn($($A),*) -> R>);

        /// The first step.
        #[inline]
        pub fn $later<$($A,)* R, Call: FnOnce($($A),*) -> R>(function: Call) -> $With<$($A,)* R, Call> {
            $With(function, PhantomData)
        }

        impl<$($A,)* R, Call: FnOnce($($A),*) -> R> $With<$($A,)* R, Call> {
            /// The second step.
            #[inline]
            #[allow(clippy::too_many_arguments, reason = "as many as the function has")]
            pub fn with(self $(, $a: $A)*) -> Deferred<impl FnOnce() -> R> {
                let function = self.0;
                Deferred::new(move || function($($a),*))
            }

            /// The same, for a variable: never run, the future of its call drops it last.
            #[inline]
            #[allow(clippy::too_many_arguments, reason = "as many as the function has")]
            pub fn with_before(self $(, $a: $A)*) -> Deferred<impl FnOnce() -> R> {
                let function = self.0;
                Deferred::new(move || {
                    let ($($a,)*) = ($($a,)*);
                    function($($a),*)
                })
            }
        }
    )*};
}

later! {
    later0 With0 ();
    later1 With1 (A a);
    later2 With2 (A a, B b);
    later3 With3 (A a, B b, C c);
    later4 With4 (A a, B b, C c, D d);
    later5 With5 (A a, B b, C c, D d, E e);
    later6 With6 (A a, B b, C c, D d, E e, F f);
    later7 With7 (A a, B b, C c, D d, E e, F f, G g);
    later8 With8 (A a, B b, C c, D d, E e, F f, G g, H h);
    later9 With9 (A a, B b, C c, D d, E e, F f, G g, H h, I i);
    later10 With10 (A a, B b, C c, D d, E e, F f, G g, H h, I i, J j);
    later11 With11 (A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k);
    later12 With12 (A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l);
}
