package dev.likeness.generation.selfies;

/** One accepted photo of a set. @param preparedKey in the bucket of prepared photos */
record Photo(String uploadId, String photoId, String preparedKey) {

    /** What is sealed for it opens for no other. */
    String owner(long epoch) {
        return epoch + "\n" + uploadId + "\n" + photoId;
    }
}
