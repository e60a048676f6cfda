import { Formik } from 'formik';

export const Profile = () => (
  <Formik
    onSubmit={(values) => {
      document.querySelector('#saved').innerHTML = values.about;
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    }}
  />
);
