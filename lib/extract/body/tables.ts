/** Tables of data, told from those that lay out a page. */
import { elementsNamed, isElement, type PageElement } from '../page-element.ts';

/** Rows of short cells; a table that lays out paragraphs is read like any other region. */
export function isDataTable(table: PageElement): boolean {
  if (table.proseBlocks > 2) return false;
  const rows = elementsNamed(table, 'tr');
  const cells = rows.map(
    (row) => row.children.filter((child) => isElement(child) && (child.name === 'td' || child.name === 'th')).length,
  );
  return (
    rows.length >= 2 &&
    cells.filter((count) => count >= 2).length >= rows.length / 2 &&
    elementsNamed(table, 'table').length === 1
  );
}
