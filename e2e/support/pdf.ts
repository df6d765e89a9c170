import type { Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';

/** The texts of the pages of the page printed, white space as one blank. */
export async function printed(page: Page): Promise<string[]> {
  const file = await page.pdf({ preferCSSPageSize: true });
  const document = await getDocumentProxy(new Uint8Array(file));
  const { text } = await extractText(document);
  return text.map((each) => each.replace(/\s+/g, ' ').trim());
}
