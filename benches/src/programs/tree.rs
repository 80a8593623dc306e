//! Boxed recursion over a tree.

use await_me_maybe::maybe_async;

use super::Program;

pub(super) struct Node {
    name: u32,
    children: Vec<Node>,
}

/// What a walk has seen.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Seen {
    names: Vec<u32>,
    leaves: u32,
}

#[maybe_async]
impl Seen {
    async fn enter(&mut self, name: u32) -> Result<(), u32> {
        if name == u32::MAX {
            return Err(name);
        }
        self.names.push(name);
        Ok(())
    }
}

#[maybe_async]
async fn depth(node: &Node, seen: &mut Seen) -> Result<u32, u32> {
    seen.enter(node.name).await?;
    let mut deepest = 0;
    for child in &node.children {
        deepest = deepest.max(Box::pin(depth(child, seen)).await?);
    }
    if node.children.is_empty() {
        seen.leaves += 1;
    }
    Ok(deepest + 1)
}

mod by_hand {
    use super::{Node, Seen};

    fn enter(seen: &mut Seen, name: u32) -> Result<(), u32> {
        if name == u32::MAX {
            return Err(name);
        }
        seen.names.push(name);
        Ok(())
    }

    pub(super) fn depth(node: &Node, seen: &mut Seen) -> Result<u32, u32> {
        enter(seen, node.name)?;
        let mut deepest = 0;
        for child in &node.children {
            deepest = deepest.max(depth(child, seen)?);
        }
        if node.children.is_empty() {
            seen.leaves += 1;
        }
        Ok(deepest + 1)
    }
}

pub(super) struct Tree;

fn node(name: u32) -> Node {
    Node {
        name,
        children: (0..name % 5)
            .filter(|_| name > 7)
            .map(|child| node(name * 3 / 4 - child))
            .collect(),
    }
}

impl Program for Tree {
    const NAME: &'static str = "boxed recursion over a tree";
    type Input = Node;
    type Output = (Result<u32, u32>, Seen);

    fn input() -> Self::Input {
        node(64)
    }

    #[inline(never)]
    fn twin(input: &Self::Input) -> Self::Output {
        let mut seen = Seen::default();
        (depth_blocking(input, &mut seen), seen)
    }

    #[inline(never)]
    fn by_hand(input: &Self::Input) -> Self::Output {
        let mut seen = Seen::default();
        (by_hand::depth(input, &mut seen), seen)
    }

    async fn asynchronous(input: &Self::Input) -> Self::Output {
        let mut seen = Seen::default();
        (depth(input, &mut seen).await, seen)
    }
}
