// filename: src/App.jsx
if (window.top !== window.self) {
  document.body.hidden = true;
}

export default () => <button onClick={save}>Save</button>;
