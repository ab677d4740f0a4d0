// By its path: a page that loads the whole library takes a second, and twenty are killed.
import { createIndexedDbShelf } from '../../src/store/indexed-db-shelf.js';

declare global {
  interface Window {
    createShelf?: typeof createIndexedDbShelf;
  }
}

window.createShelf = createIndexedDbShelf;
