// What holds everywhere in the office: asked for before anything that is drawn, so that the sheets of parts and pages win over it.
import './typography.css';
import './layout.css';
import './cards.css';
import './tables.css';
import './tags.css';
import './controls.css';
