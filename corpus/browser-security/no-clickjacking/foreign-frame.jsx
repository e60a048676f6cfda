export function Ad() {
  return <iframe title="ad" src="https://ads.example.net/frame" />;
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeIframeUsage
}
