//! A walk through the syntax tree that all passes share.
//!
//! `syn`'s visitor is compiled anew for each type that implements it. This one is compiled once:
//! it asks the pass about the nodes that any pass cares for, and walks on through all others.

use proc_macro2::TokenStream;
use syn::Attribute;
use syn::visit_mut::{self, VisitMut};

/// Walks on, with what is inside of a node.
struct Walk<'a>(&'a mut dyn Pass);

/// Lets the default of a method hand itself on.
pub(crate) trait AsPass {
    fn as_pass(&mut self) -> &mut dyn Pass;
}

impl<T: Pass> AsPass for T {
    fn as_pass(&mut self) -> &mut dyn Pass {
        self
    }
}

macro_rules! nodes {
    ($($visit:ident $node:ty;)*) => {
        /// What a pass does with nodes; what it says nothing of it walks through.
        pub(crate) trait Pass: AsPass {
            $(fn $visit(&mut self, node: &mut $node) {
                walk::$visit(self.as_pass(), node);
            })*

            fn visit_attributes_mut(&mut self, attrs: &mut Vec<Attribute>) {
                for attr in attrs {
                    self.visit_attribute_mut(attr);
                }
            }

            /// Tokens that nobody has parsed.
            fn visit_token_stream_mut(&mut self, _: &mut TokenStream) {}
        }

        impl VisitMut for Walk<'_> {
            $(fn $visit(&mut self, node: &mut $node) {
                self.0.$visit(node);
            })*

            fn visit_token_stream_mut(&mut self, tokens: &mut TokenStream) {
                self.0.visit_token_stream_mut(tokens);
            }
        }

        /// What is inside of a node.
        pub(crate) mod walk {
            use super::{Pass, Walk, visit_mut};

            $(pub(crate) fn $visit(pass: &mut dyn Pass, node: &mut $node) {
                visit_mut::$visit(&mut Walk(pass), node);
            })*
        }
    };
}

nodes! {
    visit_angle_bracketed_generic_arguments_mut syn::AngleBracketedGenericArguments;
    visit_arm_mut syn::Arm;
    visit_attribute_mut syn::Attribute;
    visit_block_mut syn::Block;
    visit_expr_assign_mut syn::ExprAssign;
    visit_expr_call_mut syn::ExprCall;
    visit_expr_closure_mut syn::ExprClosure;
    visit_expr_for_loop_mut syn::ExprForLoop;
    visit_expr_if_mut syn::ExprIf;
    visit_expr_let_mut syn::ExprLet;
    visit_expr_mut syn::Expr;
    visit_expr_path_mut syn::ExprPath;
    visit_expr_struct_mut syn::ExprStruct;
    visit_expr_while_mut syn::ExprWhile;
    visit_field_mut syn::Field;
    visit_field_pat_mut syn::FieldPat;
    visit_field_value_mut syn::FieldValue;
    visit_fields_named_mut syn::FieldsNamed;
    visit_fields_unnamed_mut syn::FieldsUnnamed;
    visit_fn_arg_mut syn::FnArg;
    visit_foreign_item_mut syn::ForeignItem;
    visit_generic_param_mut syn::GenericParam;
    visit_generics_mut syn::Generics;
    visit_impl_item_mut syn::ImplItem;
    visit_item_fn_mut syn::ItemFn;
    visit_item_impl_mut syn::ItemImpl;
    visit_item_macro_mut syn::ItemMacro;
    visit_item_mut syn::Item;
    visit_item_static_mut syn::ItemStatic;
    visit_item_trait_mut syn::ItemTrait;
    visit_item_use_mut syn::ItemUse;
    visit_local_init_mut syn::LocalInit;
    visit_local_mut syn::Local;
    visit_macro_mut syn::Macro;
    visit_meta_mut syn::Meta;
    visit_named_arg_mut syn::NamedArg;
    visit_parenthesized_generic_arguments_mut syn::ParenthesizedGenericArguments;
    visit_pat_ident_mut syn::PatIdent;
    visit_pat_mut syn::Pat;
    visit_pat_struct_mut syn::PatStruct;
    visit_pat_tuple_struct_mut syn::PatTupleStruct;
    visit_path_arguments_mut syn::PathArguments;
    visit_path_mut syn::Path;
    visit_qself_mut syn::QSelf;
    visit_return_type_mut syn::ReturnType;
    visit_signature_mut syn::Signature;
    visit_stmt_macro_mut syn::StmtMacro;
    visit_stmt_mut syn::Stmt;
    visit_trait_bound_mut syn::TraitBound;
    visit_trait_item_mut syn::TraitItem;
    visit_type_fn_ptr_mut syn::TypeFnPtr;
    visit_type_mut syn::Type;
    visit_type_param_bound_mut syn::TypeParamBound;
    visit_type_path_mut syn::TypePath;
    visit_type_trait_object_mut syn::TypeTraitObject;
    visit_use_tree_mut syn::UseTree;
    visit_variant_mut syn::Variant;
    visit_visibility_mut syn::Visibility;
    visit_where_clause_mut syn::WhereClause;
    visit_where_predicate_mut syn::WherePredicate;
}
