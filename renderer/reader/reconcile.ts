/** Elements that are drawn again and again: only what differs is touched, for every touch is paid for in layout. */

export function setOnce(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}

/** Makes these the children, in this order. */
export function reconcile(parent: Element, children: readonly Element[]): void {
  const kept = new Set(children)
  for (const child of Array.from(parent.children)) if (!kept.has(child)) child.remove()
  let at = parent.firstElementChild
  for (const child of children) {
    if (child === at) at = at.nextElementSibling
    else parent.insertBefore(child, at)
  }
}
