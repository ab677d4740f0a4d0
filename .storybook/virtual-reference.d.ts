declare module 'virtual:reference' {
  const reference: import('./reference.js').Reference;
  export default reference;
}
