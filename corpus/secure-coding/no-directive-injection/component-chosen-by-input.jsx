export function Widget({ userChoice, bodyClass, inputDirective }) {
  return (
    <section>
      <div is={userChoice} />
//            ^^^^^^^^^^^^ unsafeComponentBinding
      <div v:bind={bodyClass} />
//                ^^^^^^^^^^^ directiveInjection
      <div ng:class={inputDirective} />
//                  ^^^^^^^^^^^^^^^^ directiveInjection
    </section>
  );
}
