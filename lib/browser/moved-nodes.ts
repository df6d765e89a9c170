/**
 * Translators wrap the texts of a page in elements of their own, and extensions move or remove elements. React still
 * believes its nodes to be where it put them, and a node that is somewhere else makes the browser throw, which takes
 * the page away. Here a node that was moved is removed where it is, and a place that was moved is looked for.
 */
export function bearMovedNodes(): void {
  const { removeChild, insertBefore } = Node.prototype;

  Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    const parent = child.parentNode;
    if (parent) removeChild.call(parent, child);
    return child;
  };

  Node.prototype.insertBefore = function <T extends Node>(
    this: Node,
    node: T,
    before: Node | null,
  ): T {
    insertBefore.call(this, node, childHolding(this, before));
    return node;
  };
}

/** The child of `parent` that is `node` or now holds it; null, which is the end, where there is none. */
function childHolding(parent: Node, node: Node | null): Node | null {
  let child = node;
  while (child && child.parentNode !== parent) child = child.parentNode;
  return child;
}
