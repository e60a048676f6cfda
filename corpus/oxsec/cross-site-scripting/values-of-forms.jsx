import { Formik, useFormik, withFormik, useFormikContext } from 'formik';
import { Form, useFormState } from 'react-final-form';
import { useForm } from 'react-hook-form';

export const Checked = () => <Formik validate={(values) => { document.body.innerHTML = values.about; }} />;
//                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
export const Sent = () => <Formik onSubmit={(values) => { document.body.innerHTML = values.about; }} />;
//                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
export const Final = () => <Form onSubmit={(values) => { document.body.innerHTML = values.about; }} />;
//                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting

export function Hooked() {
  const formik = useFormik({
    onSubmit: (values) => { document.body.innerHTML = values.about; },
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    validate: (values) => { document.body.innerHTML = values.about; },
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  });
  return <p dangerouslySetInnerHTML={{ __html: formik.values.about }} />;
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
}

export const Wrapped = withFormik({
  handleSubmit: (values) => { document.body.innerHTML = values.about; },
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  validate: (values) => { document.body.innerHTML = values.about; },
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
});

export function Inner() {
  return <p dangerouslySetInnerHTML={{ __html: useFormikContext().values.about }} />;
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
}

export function State() {
  return <p dangerouslySetInnerHTML={{ __html: useFormState().values.about }} />;
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
}

export function Registered() {
  const { handleSubmit, getValues, watch } = useForm();
  document.body.innerHTML = getValues().about;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  document.body.innerHTML = watch().about;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  return <form onSubmit={handleSubmit((values) => { document.body.innerHTML = values.about; })} />;
//                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
}
