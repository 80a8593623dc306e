//! The attributes of syntax nodes, those that come in many kinds among them.

use syn::{
    Arm, Attribute, Expr, Field, FieldPat, FieldValue, FnArg, ForeignItem, GenericParam, ImplItem,
    Item, NamedArg, Pat, Stmt, TraitItem, Variant, WherePredicate,
};

pub(crate) trait Attributed {
    /// `None` where syn has only tokens, or no place for attributes.
    fn attrs(&mut self) -> Option<&mut Vec<Attribute>>;
}

macro_rules! attributed {
    ($($node:ident)*) => {
        $(impl Attributed for $node {
            fn attrs(&mut self) -> Option<&mut Vec<Attribute>> {
                Some(&mut self.attrs)
            }
        })*
    };
    ($node:ident: $($kind:ident)*) => {
        impl Attributed for $node {
            fn attrs(&mut self) -> Option<&mut Vec<Attribute>> {
                match self {
                    $($node::$kind(node) => Some(&mut node.attrs),)*
                    #[allow(unreachable_patterns, reason = "some of these enums are exhaustive")]
                    _ => None,
                }
            }
        }
    };
}

attributed!(Arm Field FieldPat FieldValue NamedArg Variant);
attributed!(Expr: Array Assign Async Await Binary Block Break Call Cast Closure Const Continue Field ForLoop Group If Index Infer Let Lit Loop Macro Match MethodCall Paren Path Range RawAddr Reference Repeat Return Struct Try TryBlock Tuple Unary Unsafe While Yield);
attributed!(FnArg: Receiver Typed);
attributed!(ForeignItem: Fn Macro Static Type);
attributed!(GenericParam: Const Lifetime Type);
attributed!(ImplItem: Const Fn Macro Type);
attributed!(Item: Const Enum ExternCrate Fn ForeignMod Impl Macro Mod Static Struct Trait TraitAlias Type Union Use);
attributed!(Pat: Const Ident Lit Macro Or Paren Path Range Reference Rest Slice Struct Tuple TupleStruct Type Wild);
attributed!(Stmt: Local Macro);
attributed!(TraitItem: Const Fn Macro Type);
attributed!(WherePredicate: Lifetime Type);
