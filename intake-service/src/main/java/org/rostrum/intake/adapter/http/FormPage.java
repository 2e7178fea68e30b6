package org.rostrum.intake.adapter.http;

import java.util.List;
import org.rostrum.intake.adapter.http.FormPages.OtherView;

/** What a form of a submission shows beside what is typed into it, whether it is sent first or amended. */
public interface FormPage {
    FormFields fields();

    /** Whether what stands in it is kept somewhere, so that its length can be told to browsers without script. */
    boolean isSaved();

    /** The signed note of when the form was opened first. */
    String opened();

    /** What another window wrote into that field. */
    List<OtherView> othersOf(String field);
}
