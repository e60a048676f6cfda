// filename: src/App.jsx
export default function App() {
//@1 missingFrameBusting
  return <button onClick={() => save()}>Save</button>;
}
