/** What helps on every page, and is not needed for reading. */
import { searchOpener } from '../search/ui/opener.ts';
import { copyButtons } from './copy.ts';
import { largeTypeButton } from './large-type-button.ts';
import { offline } from './offline.ts';
import { printing } from './printing.ts';

largeTypeButton();
copyButtons();
printing();
offline();
searchOpener();
