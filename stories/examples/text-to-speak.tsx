import { textOfChildren, textOfElement } from 'react-readalong';

/** What of a page is to be spoken: headings and lists are, code is not. The two agree. */
export default function textToSpeak() {
  const page = document.createElement('div');
  page.innerHTML = '<h2>Tides</h2><p>Twice a <em>day</em>.</p><pre>const a = 1</pre>';
  const children = (
    <>
      <h2>Tides</h2>
      <p>
        Twice a <em>day</em>.
      </p>
      <pre>const a = 1</pre>
    </>
  );
  return { ofElement: textOfElement(page), ofChildren: textOfChildren(children) };
}
