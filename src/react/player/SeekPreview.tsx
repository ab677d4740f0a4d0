/** The card over a seek bar with the words that would be heard. It is filled without React. Renders a `<div>`. */
export function SeekPreview() {
  return (
    <div className="readalong-preview" aria-hidden="true" hidden>
      <span className="readalong-time" data-part="time" />
      <q dir="auto">
        <span data-part="before" />
        <b data-part="word" />
        <span data-part="after" />
      </q>
    </div>
  );
}
