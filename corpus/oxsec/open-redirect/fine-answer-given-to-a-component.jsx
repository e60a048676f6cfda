// safe: origin
export function NewTag() {
  const opened = (response) => {
    window.location.href = response.data.links.edit;
  };
  return <Form action="/api/tags" onSuccess={(response) => opened(response)} />;
}
