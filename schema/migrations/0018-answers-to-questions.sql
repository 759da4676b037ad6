-- 0018  A round asks questions, and a reply answers them: a text a question, in their order.
ALTER TABLE review_reply ADD COLUMN answers TEXT NOT NULL DEFAULT '[]';  -- JSON; '' where nothing is answered
