package org.rostrum.publishing.adapter.objectstore;

import java.util.Optional;
import java.util.Set;
import org.rostrum.publishing.domain.SitePath;
import org.rostrum.publishing.usecase.PublicFiles.PublicFile;
import org.rostrum.publishing.usecase.Site;

/** Pages as objects: {@code site/PATH/index.html}, other files {@code site/PATH}, explanations {@code gone/PATH/index.html}. */
public final class ObjectStoreSite implements Site {
    private static final String SITE = "site/";
    private static final String GONE = "gone/";

    private final ServedFiles files;

    public ObjectStoreSite(ServedFiles files) {
        this.files = files;
    }

    @Override
    public void show(Page page) {
        var file = new PublicFile(
                key(page), ServedFiles.fingerprint(page.bytes()), page.mediaType(), page.gone(), Optional.empty());
        files.write(page.path(), file, page.bytes());
    }

    @Override
    public void hide(SitePath path) {
        files.hide(path);
    }

    @Override
    public void remove(SitePath path) {
        files.remove(path);
    }

    @Override
    public void keepOnly(Set<SitePath> paths) {
        var keys = files.keys();
        files.deleteOthers(SITE, keys);
        files.deleteOthers(GONE, keys);
    }

    private static String key(Page page) {
        var path = page.path().value().substring(1);
        var folder = (page.gone() ? GONE : SITE) + path;
        var isPage = page.mediaType().startsWith("text/html");
        return isPage ? folder + (path.isEmpty() ? "" : "/") + "index.html" : folder;
    }
}
