// What every page loads; the build makes one file of it, lib/site.js.
import './shell.js';
import './search.js';
import './loading.js';
import './playing.js';
